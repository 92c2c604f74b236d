/// What the pieces of a timeline are. The numbers leave room for those of a lesson's text.
extension TextStyle {
    public static let ran = TextStyle(rawValue: 1 << 20)
    public static let waiting = TextStyle(rawValue: 1 << 21)
    public static let cancelRequested = TextStyle(rawValue: 1 << 22)
    public static let returned = TextStyle(rawValue: 1 << 23)
    public static let threw = TextStyle(rawValue: 1 << 24)
    public static let cancelled = TextStyle(rawValue: 1 << 25)

    /// The parameters of the escape sequence (ECMA-48, "select graphic rendition"): the terminal's own sixteen colours, which
    /// its user has chosen for dark or light. Waiting is only made fainter.
    var timelineColour: String? {
        if contains(.threw) { return "1;31" }
        if contains(.returned) { return "32" }
        if contains(.cancelRequested) || contains(.cancelled) { return "35" }
        if contains(.ran) { return "1;34" }
        return contains(.waiting) ? "2" : nil
    }
}

extension TimelineGlyph {
    var style: TextStyle {
        switch self {
        case .ran: .ran
        case .waiting: .waiting
        case .cancelRequested: .cancelRequested
        case .returned: .returned
        case .threw: .threw
        case .cancelled: .cancelled
        case .ready, .held, .joined, .opened, .closed, .deadline: []
        }
    }
}
