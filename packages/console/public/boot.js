// Before the first paint: colours and direction as they were chosen, so that nothing flashes. Loaded as a file because the
// policy allows no script inside the page.
(() => {
  const root = document.documentElement;
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const scheme = read('signpost.scheme') ?? 'auto';
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  const wanted = read('signpost.language') ?? navigator.language;
  if (/^(he|iw)\b/.test(wanted)) root.setAttribute('dir', 'rtl');
})();
