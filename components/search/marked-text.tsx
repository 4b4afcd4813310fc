import { Fragment } from 'react';

/** Plain text with what was found marked; `marks` are [from, to) in UTF-16 units, in order. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  let at = 0;
  const parts = marks.map(([from, to]) => {
    const plain = text.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {plain}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
