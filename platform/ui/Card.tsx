import { type ReactNode, useId } from 'react';
import { Go } from './go.tsx';

export interface CardProps {
  /** Heading of the card. */
  title?: ReactNode;
  /** At the right of the heading: a tag, a figure. */
  extra?: ReactNode;
  /** The thing that is next: a green edge. */
  next?: boolean;
  /** One of several alike, which may have the same heading: no landmark of its own. */
  alike?: boolean;
  children?: ReactNode;
}

/** White paper with a hairline. */
export const Card = ({ title, extra, next = false, alike = false, children }: CardProps) => {
  const id = useId();
  const Paper = alike ? 'article' : 'section';
  return (
    <Paper className={next ? 'qz-card qz-next' : 'qz-card'} aria-labelledby={title ? id : undefined}>
      {(title || extra) && (
        <div className="qz-card-head">
          {title && <h2 id={id}>{title}</h2>}
          {extra}
        </div>
      )}
      {children}
    </Paper>
  );
};

/** A part of a page under its own heading, without paper. */
export const Section = ({
  title,
  extra,
  children,
}: {
  title: ReactNode;
  extra?: ReactNode;
  children?: ReactNode;
}) => {
  const id = useId();
  return (
    <section className="qz-section" aria-labelledby={id}>
      <div className="qz-card-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
};

/** Rows with hairlines between; hold `Row`s. */
export const Rows = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul className="qz-rows" aria-label={label}>
    {children}
  </ul>
);

export interface RowProps {
  title: ReactNode;
  /** A second line, in grey. */
  detail?: ReactNode;
  /** At the right: a figure, or the words of the link (`去记录`). */
  extra?: ReactNode;
  /** The whole row leads there. */
  to?: string;
  /** Or does something. */
  onPress?: () => void;
}

/** A line to read, or to press as a whole. */
export const Row = ({ title, detail, extra, to, onPress }: RowProps) => {
  const words = (
    <>
      <span className="qz-row-words">
        <span className="qz-row-title">{title}</span>
        {detail && <span className="qz-detail">{detail}</span>}
      </span>
      {extra && <span className="qz-row-extra">{extra}</span>}
      {(to || onPress) && (
        <span className="qz-chevron" aria-hidden="true">
          ›
        </span>
      )}
    </>
  );
  if (to)
    return (
      <li>
        <Go to={to} className="qz-row qz-pressable">
          {words}
        </Go>
      </li>
    );
  if (onPress)
    return (
      <li>
        <button type="button" className="qz-row qz-pressable" onClick={onPress}>
          {words}
        </button>
      </li>
    );
  return <li className="qz-row">{words}</li>;
};

/** Name and value pairs, one under another. */
export const Facts = ({ facts }: { facts: readonly (readonly [ReactNode, ReactNode])[] }) => (
  <dl className="qz-facts">
    {facts.map(([name, value], at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pairs of one page stand in a fixed order
      <div key={at}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
