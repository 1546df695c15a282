// Notes what somebody does before the modules of a page are there; frame.js lets it be done after all.
{
  const noted = [];
  const kinds = ["input", "change", "click"];
  const note = ({ type, target }) => {
    const place = type === "click" ? target.closest("button[type=button]:not([popovertarget])") : target;
    // Who clicks three times because nothing happens wants one thing.
    if (place && !noted.some(([kind, other]) => kind === type && other === place)) noted.push([type, place]);
  };
  for (const kind of kinds) document.addEventListener(kind, note, true);
  document.takeEarly = () => {
    for (const kind of kinds) document.removeEventListener(kind, note, true);
    return noted;
  };
}
