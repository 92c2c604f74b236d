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
        return [.show(.columns(progress.notes.map { [$0.lesson ?? "", $0.words] }))]
    }
}
