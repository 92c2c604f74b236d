/// What the pieces of a timeline are. The numbers leave room for those of a lesson's text.
extension TextStyle {
    public static let ran = TextStyle(rawValue: 1 << 20)
    public static let waiting = TextStyle(rawValue: 1 << 21)
    public static let cancelRequested = TextStyle(rawValue: 1 << 22)
    public static let returned = TextStyle(rawValue: 1 << 23)
    public static let threw = TextStyle(rawValue: 1 << 24)
    public static let cancelled = TextStyle(rawValue: 1 << 25)
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
