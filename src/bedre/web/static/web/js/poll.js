// data-poll="/address" data-every="2": asks how far a slow thing has come and shows the server's answer in its place.
// The answer polls on if it carries data-poll itself; a script error or a lost net only means that one waits.
function follow(element) {
  const wait = Number(element.dataset.every || 2) * 1000;
  setTimeout(async () => {
    if (!element.isConnected) return;
    const answer = document.hidden ? null : await fetch(element.dataset.poll).catch(() => null);
    if (!answer?.ok) return follow(element);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
    if (!next) return follow(element);
    element.replaceWith(next);
    if (next.matches("[data-poll]")) follow(next);
    else document.dispatchEvent(new CustomEvent("bd:say", { detail: next.textContent.trim() }));
  }, wait);
}
document.querySelectorAll("[data-poll]").forEach(follow);
