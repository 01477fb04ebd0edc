/**
 * Runs `fn` in one database transaction that every store called inside joins;
 * a nested call joins the outer one. Rolls back when `fn` rejects.
 * Never call a remote service inside.
 */
export type Transact = <T>(fn: () => Promise<T>) => Promise<T>
