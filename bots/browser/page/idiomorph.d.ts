/** Served from the package under this name, since a browser knows no packages. */
export { Idiomorph } from 'idiomorph';
