"""Reading back what a text states: numbers, dates, times and names, whatever their form."""
