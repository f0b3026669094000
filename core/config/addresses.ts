/** SQLite files, the memory, or a server's address. */
export const STORE_ADDRESS = /^(sqlite:.+|memory:|rediss?:\/\/.+|postgres(ql)?:\/\/.+)$/;
export const MOST_PORT = 65_535;
