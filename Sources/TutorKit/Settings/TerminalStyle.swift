/// What a terminal is shown: decided once for each stream, and then only a value.
public struct TerminalStyle: Sendable, Equatable {
    public var colours: Bool
    /// Drawings are made of box characters, and not of ASCII.
    public var unicode: Bool
    /// For a screen reader: nothing is drawn, nothing is taken back, and each line says one thing.
    public var isAccessible: Bool

    public init(colours: Bool = false, unicode: Bool = false, isAccessible: Bool = false) {
        self.colours = colours
        self.unicode = unicode
        self.isAccessible = isAccessible
    }

    /// What a pipe gets.
    public static let plain = TerminalStyle()

    /// What the command line says; nil where it says nothing.
    public struct Flags: Sendable, Equatable {
        public var colour: Automatic?
        public var unicode: Bool?
        public var accessible: Bool?

        public init(colour: Automatic? = nil, unicode: Bool? = nil, accessible: Bool? = nil) {
            self.colour = colour
            self.unicode = unicode
            self.accessible = accessible
        }
    }

    /// The first that has an opinion decides. Colours: `--color`, the setting, `NO_COLOR` (no-color.org), `FORCE_COLOR`
    /// or `CLICOLOR_FORCE`, `CLICOLOR=0` (bixense.com/clicolors), `TERM`, and whether it is a terminal at all.
    ///
    /// - Parameters:
    ///   - environment: of the tutor. An empty variable counts as unset.
    ///   - isTerminal: of the stream that this style is for.
    public static func decide(
        flags: Flags,
        settings: Settings,
        environment: [String: String],
        isTerminal: Bool
    ) -> TerminalStyle {
        let world = Surroundings(environment: environment, isTerminal: isTerminal)
        let accessible = flags.accessible ?? settings.accessible ?? (world.isTold("ASYNC_TUTOR_ACCESSIBLE"))
        let unicode =
            flags.unicode ?? settings.unicode.decided ?? (world.canShowUnicode && !accessible)
        let colours = (flags.colour ?? settings.colour).decided ?? world.wantsColours
        return TerminalStyle(colours: colours, unicode: unicode, isAccessible: accessible)
    }
}

/// Yes, no, or whatever the surroundings suggest.
public enum Automatic: String, Sendable, CaseIterable {
    case auto, always, never

    var decided: Bool? {
        switch self {
        case .auto: nil
        case .always: true
        case .never: false
        }
    }
}

/// What the environment says of a terminal.
private struct Surroundings {
    let environment: [String: String]
    let isTerminal: Bool

    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Set, and not to 0.
    func isTold(_ name: String) -> Bool { value(name).map { $0 != "0" } ?? false }

    var wantsColours: Bool {
        if value("NO_COLOR") != nil { return false }
        if isTold("FORCE_COLOR") || isTold("CLICOLOR_FORCE") { return true }
        if value("CLICOLOR") == "0" { return false }
        return isTerminal && !isDumb
    }

    private var isDumb: Bool { [nil, "dumb"].contains(value("TERM")) }

    /// `█ ─ ├` fill two columns on some East Asian terminals; the Linux console's font lacks some of them.
    var canShowUnicode: Bool {
        guard isTerminal, !isDumb, value("TERM") != "linux" else { return false }
        // POSIX, XBD 8.2: the first of these that is set names the locale of characters.
        guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first else { return false }
        let isUTF8 = ["utf-8", "utf8"].contains(
            locale.split(separator: ".").dropFirst().first?.prefix { $0 != "@" }.lowercased()
        )
        let languages = ["LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE"].compactMap(value).map { $0.prefix(2).lowercased() }
        return isUTF8 && !languages.contains { ["zh", "ja", "ko"].contains($0) }
    }
}
