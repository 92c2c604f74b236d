extension String {
    /// At most `limit` characters, the last of them "…" where something was left out: what the learner's code prints of itself may be of
    /// any length, and has to go through the channel.
    func shortened(to limit: Int) -> String {
        // Counting all characters of a long text takes its time.
        guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end != endIndex else { return self }
        return self[..<index(before: end)] + "…"
    }
}
