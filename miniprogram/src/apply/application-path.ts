/** Where an application stands at the BFF. */
export function applicationPath(applicationId: string): string {
  return `/holder/v1/applications/${applicationId}`;
}
