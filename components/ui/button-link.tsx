import type { AnchorHTMLAttributes } from 'react';
import { type ButtonLook, buttonLook } from './button-look';

export function ButtonLink({ variant, large, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook) {
  return <a {...rest} className={buttonLook({ variant, large })} />;
}
