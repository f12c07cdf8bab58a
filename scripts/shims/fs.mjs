// gray-matter loads `fs` for its read(), which we never call. In a browser there is none.
export {};
