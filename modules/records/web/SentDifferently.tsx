import type { CallError } from '#platform/contract/call.ts';
import { ButtonLink, Notice } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { Element, RecordValues } from '../contract.ts';
import { sayValue } from '../domain/say-values.ts';

interface Stored {
  readonly record?: string;
  readonly values?: RecordValues;
}

const Values = ({ values, elements }: { values: RecordValues; elements: readonly Element[] }) => {
  const language = useLanguage();
  const said = elements.flatMap((element) => {
    const value = values[element.code];
    return value === undefined
      ? []
      : [`${language === 'en' ? element.en : element.zh} ${sayValue(element, value, language)}`];
  });
  return <>{said.join('，')}</>;
};

/** A first try was saved after all, and the form has changed since: both are shown, nothing is overwritten. */
export const SentDifferently = ({
  error,
  elements,
  values,
}: {
  error: CallError;
  elements: readonly Element[];
  values: RecordValues;
}) => {
  const t = useText();
  const stored = (error.facts.stored ?? {}) as Stored;
  return (
    <Notice>
      <p>{error.message}</p>
      <p>
        {t('records.was-saved')}
        <Values values={stored.values ?? {}} elements={elements} />
      </p>
      <p>
        {t('records.is-typed')}
        <Values values={values} elements={elements} />
      </p>
      {stored.record && (
        <ButtonLink to={`/records/${stored.record}`}>{t('records.look-and-correct')}</ButtonLink>
      )}
    </Notice>
  );
};
