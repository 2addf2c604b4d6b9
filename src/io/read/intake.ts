/** Takes in the text of one file, piece by piece. */
export interface Intake {
  /** Rows so far, those left out for their shape included. */
  readonly rows: number;
  /** The line on which the table begins. */
  readonly firstLine: number;
  readonly hasHeader: boolean;
  take(text: string): void;
  end(): void;
}
