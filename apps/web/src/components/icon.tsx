/** Drawings of 16 units, each a list of paths; `c:` is a circle of x, y, radius. */
const DRAWINGS = {
  approved: ['c:8,8,6.2', 'M5 8.2l2.2 2.2L11.2 6'],
  back: ['M6 3.5L2.8 6.7 6 9.9M3 6.7h6.2a3.4 3.4 0 010 6.8H6.5'],
  camera: ['M2 5h2.6l1-1.7h4.8l1 1.7H14v8H2z', 'c:8,8.8,2.5'],
  check: ['M3 8.5l3.2 3.2L13 4.8'],
  clock: ['c:8,8,6.2', 'M8 4.6V8l2.4 1.6'],
  cross: ['M4 4l8 8M12 4l-8 8'],
  dash: ['M3 8h10'],
  document: ['M3.2 2.2h6.4l3.2 3.2v8.4H3.2zM9.4 2.4v3.2h3.2M5.4 8.4h5.2M5.4 10.9h5.2'],
  down: ['M4 6l4 4 4-4'],
  download: ['M8 2.5v7.4M4.8 7L8 10.2 11.2 7M2.6 13.4h10.8'],
  equals: ['M3 6h10M3 10h10'],
  eye: ['M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8z', 'c:8,8,1.9'],
  first: ['M4 3.5v9M12.4 3.6L6 8l6.4 4.4z'],
  flag: ['M3.6 14V2.6h8.6L10.4 5.4l1.8 2.8H3.6'],
  home: ['M2.4 7.4L8 2.6l5.6 4.8M4 6.4v7h8v-7M6.6 13.4V9.6h2.8v3.8'],
  last: ['M12 3.5v9M3.6 3.6L10 8l-6.4 4.4z'],
  left: ['M10 4L6 8l4 4'],
  link: [
    'M6.6 9.4l2.8-2.8M7 4.8l1.5-1.5a2.7 2.7 0 013.9 3.9L11 8.7M9 11.2l-1.5 1.5a2.7 2.7 0 01-3.9-3.9L5 7.3',
  ],
  list: ['M5.5 4h8M5.5 8h8M5.5 12h8M2.4 4h.4M2.4 8h.4M2.4 12h.4'],
  lock: ['M3.6 7.4h8.8v6H3.6zM5.4 7.4V5.2a2.6 2.6 0 015.2 0v2.2'],
  nextStep: ['M5.6 3.6L11.6 8l-6 4.4z'],
  offline: [
    'M1.8 6.2a9 9 0 0112.4 0M4 8.6a5.8 5.8 0 018 0M6.2 11a2.6 2.6 0 013.6 0M8 13.2v.1M2.4 2.4l11.2 11.2',
  ],
  pen: ['M2.8 13.2l.7-2.9 7.3-7.3 2.2 2.2-7.3 7.3zM9.4 4.4l2.2 2.2'],
  person: ['c:8,5.4,2.8', 'M2.6 14c.6-3 2.8-4.4 5.4-4.4s4.8 1.4 5.4 4.4'],
  picture: ['M2 3h12v10H2zM2 10.6l3.4-3.2 3 2.8 2-1.6 3.6 3', 'c:10.6,5.8,1'],
  play: ['M5 3.4l7.4 4.6L5 12.6z'],
  plus: ['M8 3v10M3 8h10'],
  previousStep: ['M10.4 3.6L4.4 8l6 4.4z'],
  question: ['c:8,8,6.2', 'M6.2 6.4a1.8 1.8 0 113 1.4c-.7.5-1.2.8-1.2 1.6M8 11.3v.2'],
  refused: ['c:8,8,6.2', 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6'],
  right: ['M6 4l4 4-4 4'],
  running: ['c:8,8,6.2', 'M4.8 8h6M8.6 5.6L11 8l-2.4 2.4'],
  search: ['c:7,7,4.6', 'M10.4 10.4L14 14'],
  undo: ['M3 4v3.6h3.6M3.2 7.4A5.2 5.2 0 1 1 4 11.2'],
  upload: ['M8 13.4V6M4.8 9L8 5.8 11.2 9M2.6 2.6h10.8'],
  waiting: ['dashed:8,8,6.2'],
  warning: ['M8 2.2l6.3 11.3H1.7z', 'M8 6.4v3.4M8 11.4v.3'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IconName = keyof typeof DRAWINGS;

interface Props {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A small line drawing beside a word. It says nothing by itself, so it is hidden from screen readers. */
export function Icon({ name, size = 14, className }: Props) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none', verticalAlign: '-0.16em' }}
    >
      {DRAWINGS[name].map(drawn)}
    </svg>
  );
}

function drawn(drawing: string) {
  const circle = /^(c|dashed):(.+)$/.exec(drawing);
  if (!circle) return <path key={drawing} d={drawing} />;
  const [cx, cy, r] = circle[2]!.split(',');
  return (
    <circle key={drawing} cx={cx} cy={cy} r={r} strokeDasharray={circle[1] === 'c' ? undefined : '2.4 2'} />
  );
}
