"use strict";
// No stylesheet: url("nowhere.svg")
