// Keeps a page of the live server up to date, and shows over it what is wrong with the site.
//
// The element that loads this says which build the page belongs to (data-build) and what is wrong
// (data-problems, as builder/devserver/overlay.py makes it). Messages are those of LiveReload's
// protocol 7, and one more, "problems". All text is set as text, never as markup.
"use strict";
{
  const { dataset, src } = document.currentScript;
  const HOME = new URL(".", src);
  const PROTOCOL = "http://livereload.com/protocols/official-7";
  const SHORTEST_WAIT = 100; // milliseconds before the first try to connect again
  const LONGEST_WAIT = 2000;
  const HIDDEN = "sapar-hidden"; // the errors that the editor has put aside
  const SCROLL = "sapar-scroll"; // where the page stood when it was loaded again
  const hasPage = document.documentElement.dataset.sapar !== "nothing"; // behind the dialog
  const isOwnPage = location.pathname.startsWith(HOME.pathname); // the desk lists problems itself

  let build = dataset.build;
  let problems = JSON.parse(dataset.problems);

  // What is shown: a corner with buttons, and a dialog, where no style of the site reaches them.

  function element(name, className, text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(className, onClick) {
    const made = element("button", className);
    made.type = "button";
    made.addEventListener("click", onClick);
    return made;
  }

  const host = document.createElement("sapar-live");
  const shadow = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("live.css", HOME);

  const corner = element("aside", "corner");
  const status = element("div", "status");
  status.setAttribute("role", "status");
  const badge = button("badge", open);
  const offline = element("p", "offline");
  const desk = element("a", "desk");
  status.append(offline, badge);
  corner.append(status, desk);

  const dialog = element("dialog", "problems");
  const header = element("header", "");
  const title = element("h2", "title");
  title.id = "title";
  title.tabIndex = -1;
  title.autofocus = true;
  const close = button("close", () => dialog.close());
  const lead = element("p", "lead");
  const list = element("ol", "list");
  const more = element("p", "more");
  header.append(title, close);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(header, lead, list, more);
  dialog.addEventListener("close", () => {
    if (problems.errors) sessionStorage.setItem(HIDDEN, signature());
  });

  offline.hidden = true;
  shadow.append(style, corner, dialog);

  function words(name, count) {
    return problems.labels[name].replace("{count}", count);
  }

  function line({ number, text, before, at, after }) {
    const row = element("span", "line");
    row.append(element("span", "number", `${number}`));
    const code = element("code", "code", text ?? before);
    if (text === undefined) {
      row.classList.add("meant");
      code.append(element("mark", "caret", at || " "), after);
    }
    row.append(code);
    return row;
  }

  function item(problem) {
    const made = element("li", `problem ${problem.severity}`);
    const place = element(problem.open ? "a" : "span", "place", problem.place);
    if (problem.open) place.href = problem.open;
    const headline = element("p", "headline");
    headline.append(place, " ", element("span", "named", problem.named));
    made.append(headline, element("p", "message", problem.message));
    if (problem.excerpt.length) {
      const excerpt = element("pre", "excerpt");
      excerpt.translate = false;
      excerpt.append(...problem.excerpt.map(line));
      made.append(excerpt);
    }
    made.append(element("p", "advice", problem.advice));
    return made;
  }

  function signature() {
    const errors = problems.problems.filter(({ severity }) => severity === "error");
    return JSON.stringify(errors.map(({ place, code, message }) => [place, code, message]));
  }

  function open() {
    if (!dialog.open) dialog.showModal();
  }

  function show() {
    const { errors, warnings } = problems;
    host.lang = problems.lang;
    const kind = !errors ? "warnings" : hasPage ? "errors" : "nothing";
    title.textContent = words(`${kind}-title`);
    lead.textContent = words(`${kind}-lead`);
    close.textContent = words("close");
    more.textContent = problems.more ? words("more", problems.more) : "";
    offline.textContent = words("disconnected");
    desk.textContent = words("desk");
    corner.ariaLabel = words("corner");
    desk.href = `${HOME.pathname}desk/page${location.pathname}?lang=${document.documentElement.lang}`;
    desk.hidden = isOwnPage;
    dialog.classList.toggle("has-errors", errors > 0);
    badge.classList.toggle("has-errors", errors > 0);
    badge.hidden = !(errors || warnings);
    badge.textContent = [
      errors ? words("errors", errors) : "", warnings ? words("warnings", warnings) : "",
    ].filter(Boolean).join(" · ");
    list.replaceChildren(...problems.problems.map(item));
    if (dialog.open && !shadow.activeElement) title.focus();

    if (!errors) sessionStorage.removeItem(HIDDEN);
    if (!errors && !warnings) dialog.close();
    else if (errors && !isOwnPage && sessionStorage.getItem(HIDDEN) !== signature()) open();
  }

  // The page keeps its place when it is loaded again, even again before it was whole. The browser
  // would put it back too, later, and to a place that may be an older one.

  let wanted; // where the page is to stand, while things may still come that move it
  let isLoadedAgain = false;

  function here() {
    return location.pathname + location.search;
  }

  function reload() {
    const place = wanted ?? { left: scrollX, top: scrollY };
    sessionStorage.setItem(SCROLL, JSON.stringify({ page: here(), ...place }));
    isLoadedAgain = true;
    history.scrollRestoration = "manual";
    location.reload();
  }

  function stay() { // who moves the page now wants it elsewhere
    wanted = undefined;
  }

  function scrollBack() {
    const { page, left, top } = JSON.parse(sessionStorage.getItem(SCROLL) ?? "{}");
    sessionStorage.removeItem(SCROLL);
    if (page !== here()) return;
    wanted = { left, top };
    scrollTo({ ...wanted, behavior: "instant" });
    const reached = scrollY;
    for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(move, stay, { once: true, passive: true });
    }
    addEventListener("load", () => {
      if (wanted && scrollY === reached) scrollTo({ ...wanted, behavior: "instant" });
      wanted = undefined;
    }, { once: true });
  }

  // A stylesheet is put beside its former version, which goes when the new one is there.

  function withoutHash(address) {
    return new URL(address, location).pathname.replace(/\.[0-9a-f]{8,}(?=\.css$)/, "");
  }

  function versions(path) {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
    return links.filter((link) => withoutHash(link.href) === withoutHash(path));
  }

  function swap(path) {
    const last = versions(path).at(-1);
    if (!last) return false;
    const next = last.cloneNode();
    next.href = path;
    next.addEventListener("load", () => {
      const known = versions(path);
      for (const link of known.slice(0, known.indexOf(next))) link.remove();
    });
    next.addEventListener("error", () => {
      if (versions(path).at(-1) === next) reload();
    });
    last.after(next);
    return true;
  }

  // The connection. A server that went away is asked for again and again, ever more seldom.

  let socket;
  let wait = SHORTEST_WAIT;
  let timer;

  function receive(message) {
    switch (message.command) {
      case "hello":
        wait = SHORTEST_WAIT;
        offline.hidden = true;
        if ("build" in message && `${message.build}` !== build) reload();
        break;
      case "reload":
        // Behind errors the page may be older than its stylesheet.
        if (!message.liveCSS || problems.errors || !swap(message.path)) reload();
        else if ("build" in message) build = `${message.build}`;
        break;
      case "problems":
        if (isOwnPage) { // it shows what was written, good or not
          const isNews = `${message.build}` !== build
            || JSON.stringify(message.problems) !== JSON.stringify(problems);
          if (isNews) reload();
          break;
        }
        if ("build" in message) build = `${message.build}`;
        problems = message.problems;
        show();
        break;
    }
  }

  function connect() {
    clearTimeout(timer);
    const address = new URL(`socket?lang=${document.documentElement.lang}`, HOME);
    address.protocol = HOME.protocol.replace("http", "ws");
    socket = new WebSocket(address);
    socket.addEventListener("open", ({ target }) => {
      target.send(JSON.stringify({ command: "hello", protocols: [PROTOCOL] }));
    });
    socket.addEventListener("message", ({ data }) => receive(JSON.parse(data)));
    socket.addEventListener("close", ({ target }) => {
      if (target !== socket) return;
      if (wait > SHORTEST_WAIT) offline.hidden = false;
      timer = setTimeout(connect, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    });
  }

  function disconnect() {
    const former = socket;
    socket = undefined;
    clearTimeout(timer);
    former?.close();
  }

  style.addEventListener("load", show);
  style.addEventListener("error", show);
  document.documentElement.append(host);
  scrollBack();
  connect();
  addEventListener("pagehide", () => {
    if (!isLoadedAgain) history.scrollRestoration = "auto";
    disconnect();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) connect(); // it was kept aside by the browser, and may be old
  });
}
