extension Demo {
    /// A program as it is read: without the lines that mark its slices.
    ///
    /// - Parameter file: its name tells how the marks are written.
    public static func text(_ source: String, file: String) -> String {
        guard let whole = try? SliceRegion(of: nil, in: source, file: file) else { return source }
        return whole.lines.map(\.text).joined(separator: "\n") + "\n"
    }
}
