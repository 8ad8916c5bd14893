//! Names below the columns that they belong to, on as many rows as they need.

/// The rows of names that stand below their columns and within `width`; one that is pushed down hangs by `|`.
///
/// From the right, so that no name crosses the line that another hangs by.
pub(super) fn rows(labels: &[(usize, &str)], width: usize) -> Vec<String> {
    let mut rows: Vec<Vec<char>> = Vec::new();
    for (column, name) in labels.iter().rev() {
        let name: Vec<char> = name.chars().collect();
        let start = (*column).min(width.saturating_sub(name.len()));
        let free = rows.iter().position(|row| is_free(row, start, start + name.len()));
        let depth = free.unwrap_or_else(|| {
            rows.push(Vec::new());
            rows.len() - 1
        });
        for row in &mut rows[..depth] {
            if is_free(row, *column, *column) {
                place(row, *column, &['|']);
            }
        }
        place(&mut rows[depth], start, &name);
    }
    rows.into_iter().map(String::from_iter).collect()
}

/// Whether the columns from `start` to `end`, and those beside them, are blank.
fn is_free(row: &[char], start: usize, end: usize) -> bool {
    (start.saturating_sub(1)..=end).all(|column| row.get(column).is_none_or(|character| *character == ' '))
}

fn place(row: &mut Vec<char>, column: usize, characters: &[char]) {
    row.resize(row.len().max(column + characters.len()), ' ');
    row[column..column + characters.len()].copy_from_slice(characters);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_below_their_columns_without_touching() {
        type Row = (&'static [(usize, &'static str)], usize, &'static [&'static str]);
        let table: &[Row] = &[
            (&[], 80, &[]),
            (&[(2, "topic")], 80, &["  topic"]),
            (&[(0, "topic"), (8, "period")], 80, &["topic   period"]),
            (&[(0, "topic"), (4, "period")], 80, &["|   period", "topic"]),
            (&[(0, "topic"), (6, "period")], 80, &["topic period"]),
            (&[(0, "organisation"), (4, "topic"), (8, "period")], 80, &["|   |   period", "|   topic", "organisation"]),
            (
                &[(0, "organisation"), (20, "topic"), (23, "period")],
                80,
                &["organisation        |  period", "                    topic"],
            ),
            (&[(8, "period")], 10, &["    period"]),
            (&[(8, "period")], 3, &["period"]),
        ];
        for (labels, width, expected) in table {
            assert_eq!(rows(labels, *width), *expected, "{labels:?} in {width} columns");
        }
    }
}
