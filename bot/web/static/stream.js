// Server-sent events for one look. A lost connection says so, and heals: the first answer holds everything again.

const SAY_LOST_AFTER = 700;
const LONGEST_WAIT = 5000;

export function follow(url, on) {
  let source = null;
  let wait = 500;
  let again = 0;
  let lost = 0;
  let left = false;

  const line = () => document.getElementById("lost");
  const isLost = () => { if (!left && line()) line().hidden = false; };
  const isBack = () => {
    window.clearTimeout(lost);
    lost = 0;
    wait = 500;
    if (line()) line().hidden = true;
  };

  const connect = () => {
    source = new EventSource(url);
    source.addEventListener("hello", isBack);
    for (const [name, handle] of Object.entries(on)) {
      source.addEventListener(name, (event) => { if (!left) handle(event.data); });
    }
    source.onerror = () => {
      lost ||= window.setTimeout(isLost, SAY_LOST_AFTER);
      if (source.readyState !== EventSource.CLOSED || left) return;
      window.clearTimeout(again);
      again = window.setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };

  connect();
  return () => {
    left = true;
    window.clearTimeout(again);
    window.clearTimeout(lost);
    source.close();
  };
}
