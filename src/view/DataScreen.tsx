import { translate } from '../i18n/translate.ts';
import { useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { ColumnSummariesPanel } from './panels/ColumnSummaries/ColumnSummariesPanel.tsx';
import { ColumnsPanel } from './panels/Columns/ColumnsPanel.tsx';
import { FileCheckPanel } from './panels/FileCheck/FileCheckPanel.tsx';
import { ReadingReportPanel } from './panels/ReadingReport/ReadingReportPanel.tsx';
import { ReductionPanel } from './panels/Reduction/ReductionPanel.tsx';
import { RowsPanel } from './panels/Rows/RowsPanel.tsx';
import { StagesPanel } from './panels/Trace/StagesPanel.tsx';
import { TrainingPanel } from './panels/Training/TrainingPanel.tsx';
import './DataScreen.css';
import './sheet.css';

/** What was read and how it was understood, down to the single row. */
export function DataScreen() {
  const opened = useTuner((state) => state.opened);
  return (
    <div className="dataScreen sheet">
      <Guarded name={translate('training.section')} subject={opened}>
        <TrainingPanel />
      </Guarded>
      <Guarded name={translate('columns.title')} subject={opened}>
        <ColumnsPanel />
      </Guarded>
      <Guarded name={translate('fileCheck.title')} subject={opened}>
        <FileCheckPanel />
      </Guarded>
      <Guarded name={translate('report.title')} subject={opened}>
        <ReadingReportPanel />
      </Guarded>
      <Guarded name={translate('stages.title')} subject={opened}>
        <StagesPanel />
      </Guarded>
      <Guarded name={translate('summary.title')} subject={opened}>
        <ColumnSummariesPanel />
      </Guarded>
      <Guarded name={translate('rows.title')} subject={opened}>
        <RowsPanel />
      </Guarded>
      <Guarded name={translate('reduce.title')} subject={opened}>
        <ReductionPanel />
      </Guarded>
    </div>
  );
}
