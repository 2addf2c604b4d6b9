import type { Finding } from '../roles/finding.ts';
import { withEvidence } from './findingEvidence.ts';
import { labelFindings } from './labelFindings.ts';
import type { Patient } from './patient.ts';
import { readerFindings } from './readerFindings.ts';
import { reducedFindings } from './reducedFindings.ts';
import { roleFindings } from './roleFindings.ts';
import { rowFindings } from './rowFindings.ts';
import { scoreFindings } from './scoreFindings.ts';
import { taskFindings } from './taskFindings.ts';

/** What is odd about a file, the gravest first. O(rows). */
export function examine(patient: Patient): Finding[] {
  const findings = [
    ...labelFindings(patient),
    ...taskFindings(patient),
    ...scoreFindings(patient),
    ...rowFindings(patient),
    ...roleFindings(patient),
    ...readerFindings(patient),
    ...reducedFindings(patient),
  ];
  return [
    ...findings.filter(({ severity }) => severity !== 'note'),
    ...findings.filter(({ severity }) => severity === 'note'),
  ].map((finding) => withEvidence(patient, finding));
}
