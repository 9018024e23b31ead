import { Go } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import './registers.css';

const registers = [
  ['/residents', 'registers.residents'],
  ['/households', 'registers.households'],
  ['/premises', 'registers.premises'],
  ['/organisations', 'registers.organisation'],
] as const;

/** From one register to the others. */
export const RegisterNav = ({ here }: { here: (typeof registers)[number][0] }) => {
  const t = useText();
  return (
    <nav className="qz-registers" aria-label={t('registers.registers')}>
      {registers.map(([path, key]) => (
        <Go key={path} to={path} {...(path === here ? { 'aria-current': 'page' as const } : {})}>
          {t(key)}
        </Go>
      ))}
    </nav>
  );
};
