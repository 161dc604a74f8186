//! How labels and sentences are made to fit.

/// A label in at most so many characters: what stands in brackets tells tasks apart, so it is kept.
#[must_use]
pub fn shorten(label: &str, most: usize) -> String {
    if label.chars().count() <= most {
        return label.to_owned();
    }
    let tail = label.rfind(['(', '#', '-', '_']).and_then(|at| label.get(at..));
    let bare = tail.map(|tail| tail.trim_matches(['(', ')', '\'', '"', '#', '-', '_']));
    let fits = |tail: &&str| tail.chars().count() < most;
    let tail = tail.filter(fits).or(bare.filter(fits)).unwrap_or("");
    let room = most.saturating_sub(tail.chars().count() + 1);
    let head: String = label.chars().take(room).collect();
    format!("{head}…{tail}")
}

/// A text in lines of at most so many characters, broken at spaces that may be broken at; what does not fit into the last ends with an ellipsis.
#[must_use]
pub fn wrap(text: &str, width: usize, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .flat_map(|word| pieces(word, width))
    {
        let room = lines
            .last()
            .map_or(0, |line| width.saturating_sub(line.chars().count()));
        let is_full = lines.len() == most_lines;
        match lines.last_mut() {
            Some(line) if word.chars().count() < room => {
                line.push(' ');
                line.push_str(&word);
            }
            Some(line) if is_full => {
                cut(line, width);
                break;
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// Ends a line with an ellipsis.
fn cut(line: &mut String, width: usize) {
    let kept: String = line.chars().take(width.saturating_sub(1)).collect();
    *line = format!("{}…", kept.trim_end_matches(['.', ',', ' ']));
}

/// A word in pieces that fit into a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    let chunks = characters.chunks(width.max(1));
    chunks.map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_label_keeps_what_tells_it_apart() {
        assert_eq!(shorten("fetch(2)", 9), "fetch(2)");
        assert_eq!(shorten("downloader(12)", 10), "downl…(12)");
        assert_eq!(shorten("averylongname", 8), "averylo…");
        assert_eq!(shorten("tick #12", 7), "tic…#12");
        assert_eq!(shorten("worker(171)", 6), "…(171)");
        assert_eq!(shorten("painter('Ada')", 5), "p…Ada");
        assert_eq!(shorten("painter('Ada')", 3), "pa…");
    }

    #[test]
    fn a_sentence_takes_at_most_its_lines() {
        assert_eq!(wrap("call me back in 1.0 s", 12, 2), ["call me back", "in 1.0 s"]);
        assert_eq!(wrap("one two three four five", 9, 2), ["one two", "three…"]);
        assert_eq!(wrap("abcdefghij", 4, 2), ["abcd", "efg…"]);
    }
}
