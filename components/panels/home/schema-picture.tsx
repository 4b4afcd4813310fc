import styles from './schema-picture.module.css';

type Band = { name: string; x: number; y: number; width: number; height: number };

/** The places of the layers, bottom-up, as the source draws them; only a picture, so without words. */
const BANDS: Band[] = [
  { name: 'rood', x: 0, y: 0, width: 268, height: 34 },
  { name: 'lichtpaars', x: 0, y: 42, width: 268, height: 30 },
  { name: 'groen', x: 0, y: 80, width: 268, height: 46 },
  { name: 'blauw', x: 0, y: 134, width: 130, height: 34 },
  { name: 'turquoise', x: 0, y: 176, width: 130, height: 46 },
  { name: 'turquoise', x: 0, y: 230, width: 130, height: 40 },
  { name: 'geel', x: 138, y: 134, width: 130, height: 34 },
  { name: 'geel', x: 138, y: 176, width: 130, height: 34 },
  { name: 'oranje', x: 138, y: 218, width: 130, height: 52 },
  { name: 'lila', x: 0, y: 278, width: 268, height: 48 },
  { name: 'roze', x: 276, y: 0, width: 44, height: 256 },
  { name: 'blauw-politiek', x: 276, y: 264, width: 44, height: 62 },
];

const BALLS = [
  [34, 300],
  [96, 300],
  [212, 302],
  [40, 200],
  [96, 246],
  [168, 240],
  [230, 252],
  [182, 192],
  [64, 104],
  [132, 98],
  [214, 106],
  [60, 57],
  [222, 16],
  [298, 90],
  [298, 190],
] as const;

export function SchemaPicture() {
  return (
    <svg className={styles.picture} viewBox="-2 -2 324 330" aria-hidden="true" focusable="false">
      {BANDS.map((band) => (
        <rect
          key={`${band.name}-${band.x}-${band.y}`}
          className={styles[band.name]}
          x={band.x}
          y={band.y}
          width={band.width}
          height={band.height}
          rx="7"
        />
      ))}
      {BALLS.map(([x, y]) => (
        <circle key={`${x}-${y}`} className={styles.ball} cx={x} cy={y} r="6.5" />
      ))}
    </svg>
  );
}
