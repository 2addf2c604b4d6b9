import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { translate } from '../../i18n/translate.ts';

/** A panel that fails says so and can be tried again; the rest of the page goes on. */
export function Guarded({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <ErrorBoundary
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
