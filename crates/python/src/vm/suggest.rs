//! "Did you mean …?": the closest of some names, by CPython's rule.

/// The name that is closest to `wrong`, if one is close enough. Mirrors `_Py_CalculateSuggestions`.
pub fn closest<'a>(wrong: &str, candidates: &[&'a str]) -> Option<&'a str> {
    const MAX_CANDIDATES: usize = 750;
    const MAX_NAME: usize = 40;
    if wrong.len() > MAX_NAME || candidates.len() > MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.iter().filter(|c| **c != wrong) {
        let most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance - 1));
        let distance = distance(wrong.as_bytes(), candidate.as_bytes());
        if distance <= most && best.is_none_or(|(have, _)| distance < have) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name)
}

const MOVE: usize = 2;
const CASE: usize = 1;

/// Levenshtein distance in which a change of case costs half.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE;
        for (j, y) in b.iter().enumerate() {
            let substitute = diagonal + cost(*x, *y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + MOVE).min(row[j + 1] + MOVE);
        }
    }
    row[b.len()]
}

fn cost(x: u8, y: u8) -> usize {
    match x == y {
        true => 0,
        false if x.eq_ignore_ascii_case(&y) => CASE,
        false => MOVE,
    }
}
