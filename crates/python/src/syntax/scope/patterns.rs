//! The names that patterns use and bind.

use super::build::Builder;
use ruff_python_ast::Pattern;

impl Builder<'_, '_> {
    pub(super) fn pattern(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::MatchValue(node) => self.expression(&node.value),
            Pattern::MatchSingleton(_) => {}
            Pattern::MatchSequence(node) => self.patterns(&node.patterns),
            Pattern::MatchMapping(node) => {
                self.expressions(&node.keys);
                self.patterns(&node.patterns);
                if let Some(rest) = &node.rest {
                    self.capture(rest);
                }
            }
            Pattern::MatchClass(node) => {
                self.expression(&node.cls);
                self.patterns(&node.arguments.patterns);
                for keyword in &node.arguments.keywords {
                    self.pattern(&keyword.pattern);
                }
            }
            Pattern::MatchStar(node) => {
                if let Some(name) = &node.name {
                    self.capture(name);
                }
            }
            Pattern::MatchAs(node) => {
                if let Some(pattern) = &node.pattern {
                    self.pattern(pattern);
                }
                if let Some(name) = &node.name {
                    self.capture(name);
                }
            }
            Pattern::MatchOr(node) => self.patterns(&node.patterns),
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) {
        for pattern in patterns {
            self.pattern(pattern);
        }
    }
}
