import styles from './manage.module.css';

/** The server's SVG as an image: as an image it cannot run anything. */
export function QrCode({ svg, label }: { svg: string; label: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a data: address leaves nothing to optimise
    <img
      className={styles.qr}
      src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
      alt={label}
      width="220"
      height="220"
    />
  );
}
