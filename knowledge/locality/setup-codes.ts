/** The code that opens the page on which the unit is filled in; whoever reads the server's screen has it. */
export interface SetupCodes {
  current(): Promise<string>
  /** Makes another one; the old one opens nothing any more. */
  renew(): Promise<string>
}
