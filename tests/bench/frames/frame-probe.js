// Runs in the page before anything else: watches for the notes, and times every frame. Plain JavaScript, sent as it is.
(({ notes, counter }) => {
  const probe = { usableAt: null, frames: [], longTasks: [] };
  window.frameProbe = probe;
  // `counter` is either a place that says how many notes are drawn, or a selector of the notes themselves.
  const [place = '', attribute] = counter.split('@');
  const drawn = () =>
    attribute
      ? Number(document.querySelector(place)?.getAttribute(attribute) ?? 0)
      : document.querySelectorAll(place).length;
  let shown = 0;
  let last = performance.now();
  const onFrame = (now) => {
    probe.frames.push({ at: now, took: now - last });
    last = now;
    if (probe.usableAt === null) {
      shown = drawn() >= notes ? shown + 1 : 0;
      // Two whole frames have gone by with all notes in them.
      if (shown > 2) probe.usableAt = performance.now();
    }
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ at: startTime, took: duration });
  }).observe({ type: 'longtask', buffered: true });
})(window.frameProbeOptions);
