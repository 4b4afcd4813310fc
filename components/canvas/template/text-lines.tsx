import { memo } from 'react';
import type { Rect, TextBox } from '@/lib/domain/layout/picture';
import styles from './template.module.css';

/** Text that the layout broke into lines, relative to the top left corner of `frame`. */
export const TextLines = memo(function TextLines({
  box,
  frame,
  className = '',
}: {
  box: TextBox;
  frame: Rect;
  className?: string;
}) {
  return (
    <div
      className={`${styles.lines} ${className}`}
      style={{
        left: box.x - frame.x,
        top: box.y - frame.y,
        width: box.w,
        fontSize: box.size,
        lineHeight: `${box.lineHeight}px`,
        fontWeight: box.weight === 'bold' ? 700 : 400,
      }}
    >
      {box.lines.join('\n')}
    </div>
  );
});
