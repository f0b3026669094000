/** R's `sleep`: hours gained by ten patients under two drugs (Student 1908). */
export const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

/** Darwin's maize: crossed minus self-fertilised heights of 15 pairs, in eighths of an inch (Fisher 1935). */
export const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
