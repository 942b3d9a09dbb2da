import styles from './Button.module.css';

interface Props extends React.ComponentProps<'button'> {
  kind?: 'primary' | 'plain' | 'quiet';
}

export function Button({ kind = 'plain', type = 'button', className, ...rest }: Props) {
  return <button type={type} className={[styles.button, styles[kind], className].filter(Boolean).join(' ')} {...rest} />;
}
