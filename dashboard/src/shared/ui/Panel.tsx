import styles from './Panel.module.css';

interface Props {
  title: string;
  aside?: React.ReactNode;
  children: React.ReactNode;
  testId?: string;
  flush?: boolean;
}

/** A named region of a page. */
export function Panel({ title, aside, children, testId, flush = false }: Props) {
  return (
    <section className={styles.panel} aria-label={title} data-testid={testId}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  );
}
