import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { translate } from '../../i18n/translate.ts';

export interface GuardedProps {
  readonly name: string;
  /** What the panel shows: something else gives a failed panel another try. */
  readonly subject: unknown;
  readonly children: ReactNode;
}

/** A panel that fails says so and can be tried again; the rest of the page goes on. */
export function Guarded({ name, subject, children }: GuardedProps) {
  return (
    <ErrorBoundary
      resetKeys={[subject]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <section className="panel" role="alert">
          <p>{translate('guard.failed', { name, detail: error instanceof Error ? error.message : String(error) })}</p>
          <button type="button" className="linkButton" onClick={resetErrorBoundary}>
            {translate('guard.retry')}
          </button>
        </section>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
