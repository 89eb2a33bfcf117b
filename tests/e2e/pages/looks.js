// What is looked for on a page. Each look gives a list of what is wrong.
window.looks = (() => {
  const line = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const all = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
  const FOCUSABLE = "a[href], button:enabled, summary, input:not([type=hidden]):enabled, select:enabled, textarea:enabled, [tabindex='0']";

  // WCAG A and AA to 2.2, and what axe counts as good practice. No exceptions.
  async function axe(within = document) {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(within, { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary.slice(0, 200)}`));
  }

  // 1.4.10: the page never scrolls sideways. Whoever reaches out and has no child that does, is to blame.
  function sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = (e) => e.getBoundingClientRect().right > clientWidth + 1;
    const blamed = all("body *").filter((e) => out(e) && !e.closest(".bd-scroll, nav, svg") && ![...e.children].some(out));
    return [`${scrollWidth} wide`, ...blamed.map(line)];
  }

  // 1.4.12: nothing is cut off where text needs more room.
  function cut() {
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return all("body *").filter((e) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(e);
      const high = hides(overflowY) && e.scrollHeight > e.clientHeight + 2;
      const wide = hides(overflowX) && e.scrollWidth > e.clientWidth + 2;
      return (high || wide) && clipPath === "none" && !e.closest("svg, .vh") && !e.matches("input, select, textarea");
    }).map(line);
  }

  // 2.4.7 and 2.4.11: whatever takes the focus shows it, on itself or on what stands for it.
  function unseen() {
    const look = (e) => ["outlineStyle", "outlineWidth", "boxShadow", "borderColor", "backgroundColor"].map((name) => getComputedStyle(e)[name]).join();
    const around = (e) => [e, e.nextElementSibling, e.parentElement, e.closest("article, label, form")].filter(Boolean).map(look).join("|");
    const bad = all(FOCUSABLE).filter((element) => {
      document.activeElement.blur();
      const before = around(element);
      element.focus({ focusVisible: true, preventScroll: true });
      return document.activeElement !== element || around(element) === before;
    });
    document.activeElement.blur();
    return bad.map(line);
  }

  // 3.3.1 and 4.1.3: the page that comes back says what is wrong, and each field says its part.
  const WRITTEN = "textarea, select, input:not([type=hidden], [type=radio], [type=checkbox], [type=file], [type=submit])";
  const wanting = () => [...document.querySelectorAll("form[method=post]")].filter((form) => form.querySelector(":is(textarea, select, input):required"));

  function sendEmpty(number) {
    const form = wanting()[number];
    for (const field of form.querySelectorAll(WRITTEN)) field.value = "";
    form.noValidate = true;
    form.requestSubmit();
  }

  function unannounced() {
    const summary = document.querySelector(".ds-error-summary, [role=alert]");
    const wrong = [...document.querySelectorAll("[aria-invalid=true]")];
    const described = (field) => (field.getAttribute("aria-describedby") ?? "").split(" ").some((id) => document.getElementById(id)?.matches(".ds-error"));
    const said = (field) => described(field) || (field.closest("fieldset") && described(field.closest("fieldset")));
    return [
      ...(summary ? [] : ["nothing says that something is wrong"]),
      ...(document.activeElement?.matches(".ds-error-summary, [role=alert], [data-focus]") ? [] : [`the focus is on ${line(document.activeElement)}`]),
      ...(wrong.length ? [] : ["no field is marked"]),
      ...wrong.filter((field) => !said(field)).map((field) => `says nothing: ${line(field)}`),
    ];
  }

  return { axe, sideways, cut, unseen, wanting, sendEmpty, unannounced };
})();
