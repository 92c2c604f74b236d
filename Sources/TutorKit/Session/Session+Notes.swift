extension Session {
    /// `notes children start in argument order`, `notes`.
    func notes(_ words: String) -> [SessionEffect] {
        guard words.isEmpty else {
            let place = reading.map { " in \($0.lesson.id)" } ?? ""
            return [
                .record(.note(JournalEntry.Note(lesson: reading?.lesson.id, words: words))),
                .show(.words("Noted\(place). `notes` lists your notes.")),
            ]
        }
        guard !progress.notes.isEmpty else {
            return [.show(.words("You have no notes yet: notes children start in argument order"))]
        }
        let width = progress.notes.compactMap(\.lesson?.count).max() ?? 0
        let rows = progress.notes.map { note in
            let indent = "\n" + String(repeating: " ", count: width + 4)
            let words = note.words.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: indent)
            return "  " + Columns.padded(note.lesson ?? "", to: width) + "  " + words
        }
        return [.show(.laidOut(rows.joined(separator: "\n")))]
    }
}
