import { TrainingPanel } from './panels/Training/TrainingPanel.tsx';
import './DataScreen.css';
import './sheet.css';

/** Histories of trainings alone, while no predictions are open. */
export function TrainingScreen() {
  return (
    <div className="dataScreen sheet">
      <TrainingPanel />
    </div>
  );
}
