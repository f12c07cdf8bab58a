import remarkFrontmatter from 'remark-frontmatter';
import remarkLintFrontmatterSchema from 'remark-lint-frontmatter-schema';

export default {
  plugins: [remarkFrontmatter, [remarkLintFrontmatterSchema, { schemas: { [process.env.BENCH_SCHEMA]: ['**/*.md'] } }]],
};
