// A QR code, drawn dark on light in either colour scheme: cameras expect it so.
import { generate } from 'lean-qr';

/** Light modules that a reader needs around the code. */
const quiet = 4;

export function QrCode({ value, label }: { readonly value: string; readonly label: string }) {
  const code = generate(value);
  const cells: string[] = [];
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) cells.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
  const side = code.size + 2 * quiet;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      width={220}
      height={220}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  );
}
