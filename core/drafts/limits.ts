/** The longest trait: a person's own words for what is to be measured. */
export const TRAIT_LENGTH = 120;
export const QUESTION_LENGTH = 400;
export const TEXT_LENGTH = 800;
/** Two contrasts of fewer items than these cannot be significant, whatever is answered; more make a dear run. */
export const QUESTIONS = { least: 8, usual: 8, most: 20 };
