// data-timer="up|down" data-seconds="435": counts on from the server's number, so a moved clock does not matter.
// Time used up: shows «+0:40» and marks its part of the agenda once; nothing stops.
const started = performance.now();
const timers = [...document.querySelectorAll("[data-timer]")];
const text = (s) => `${s < 0 ? "+" : ""}${Math.floor(Math.abs(s) / 60)}:${String(Math.abs(s) % 60).padStart(2, "0")}`;

function tick() {
  const passed = Math.floor((performance.now() - started) / 1000);
  for (const timer of timers) {
    const down = timer.dataset.timer === "down";
    const seconds = Number(timer.dataset.seconds) + (down ? -passed : passed);
    if (timer instanceof HTMLProgressElement) timer.value = seconds;
    else timer.textContent = text(seconds);
    if (down && seconds < 0) timer.closest("[data-part]")?.setAttribute("data-over", "");
  }
}
if (timers.length) setInterval(tick, 1000);
