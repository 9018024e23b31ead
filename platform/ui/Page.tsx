import { type ReactNode, useEffect, useRef } from 'react';
import { focusHeading } from './focus.ts';
import { Go } from './go.tsx';
import { say, useText } from './text.ts';

export interface PageProps {
  /** The page's name, its only h1; also the window's title. */
  title: string;
  /** One line under it: whose, which month, how many. */
  subtitle?: ReactNode;
  /** Beside the title: lesser buttons first, the one main button last. */
  actions?: ReactNode;
  /** Where "back" leads, on pages that stand below another. */
  back?: { to: string; label?: string };
  /** `narrow`: a form or a text. `wide`: tables and boards. `phone`: one column, as on a phone. */
  width?: 'phone' | 'narrow' | 'wide';
  /** Stays at the thumb while the page scrolls: the one large button of a phone page. */
  foot?: ReactNode;
  children?: ReactNode;
}

/** Every page's frame: title, what can be done, the contents. */
export const Page = ({ title, subtitle, actions, back, width = 'wide', foot, children }: PageProps) => {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusHeading(heading.current), []);
  useEffect(() => {
    document.title = title === say('ui.product') ? title : `${title} · ${say('ui.product')}`;
  }, [title]);
  return (
    <div className={`qz-page qz-page-${width}`}>
      <header className="qz-page-head">
        <div className="qz-page-words">
          {back && (
            <Go to={back.to} className="qz-back">
              ‹ {back.label ?? t('ui.back')}
            </Go>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle && <div className="qz-subtitle">{subtitle}</div>}
        </div>
        {actions && <div className="qz-actions">{actions}</div>}
      </header>
      {children}
      {foot && <div className="qz-foot">{foot}</div>}
    </div>
  );
};
