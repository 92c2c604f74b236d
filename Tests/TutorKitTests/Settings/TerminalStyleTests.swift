import Testing

@testable import TutorKit

@Suite struct TerminalStyleTests {
    /// `flag setting VARIABLES tty: colours?`, the strongest first.
    @Test(arguments: [
        ("- auto TERM=xterm tty", true), ("- auto TERM=xterm pipe", false), ("- auto - tty", false),
        ("- auto TERM=dumb tty", false),
        // CLICOLOR=0 against a terminal.
        ("- auto CLICOLOR=0,TERM=xterm tty", false), ("- auto CLICOLOR=1,TERM=xterm pipe", false),
        // Being forced against all of that.
        ("- auto CLICOLOR_FORCE=1,CLICOLOR=0,TERM=dumb pipe", true), ("- auto FORCE_COLOR=1 pipe", true),
        ("- auto FORCE_COLOR=0,TERM=xterm pipe", false), ("- auto FORCE_COLOR=,TERM=xterm pipe", false),
        // NO_COLOR against being forced; empty, it is not there.
        ("- auto NO_COLOR=1,FORCE_COLOR=1,TERM=xterm tty", false), ("- auto NO_COLOR=,TERM=xterm tty", true),
        // The setting against the environment.
        ("- always NO_COLOR=1 pipe", true), ("- never FORCE_COLOR=1,TERM=xterm tty", false),
        // The command line against everything; `auto` there overrules the setting only.
        ("always never NO_COLOR=1,TERM=dumb pipe", true), ("never always FORCE_COLOR=1,TERM=xterm tty", false),
        ("auto never TERM=xterm tty", true), ("auto always NO_COLOR=1,TERM=xterm tty", false),
    ])
    func whoeverIsStrongerDecidesAboutColours(row: String, colours: Bool) throws {
        let words = row.split(separator: " ").map(String.init)
        var settings = Settings()
        #expect(settings.set(.colour, to: words[1]) == nil)
        let style = TerminalStyle.decide(
            flags: TerminalStyle.Flags(colour: Automatic(rawValue: words[0])),
            settings: settings,
            environment: variables(words[2]),
            isTerminal: words[3] == "tty"
        )
        #expect(style.colours == colours)
    }

    @Test(arguments: [
        ("- auto TERM=xterm,LANG=de_DE.UTF-8 tty", true), ("- auto TERM=xterm,LANG=C.utf8@euro tty", true),
        ("- auto TERM=xterm,LANG=de_DE.UTF-8 pipe", false), ("- auto LANG=C.UTF-8 tty", false),
        ("- auto TERM=xterm,LANG=C tty", false), ("- auto TERM=xterm tty", false),
        ("- auto TERM=xterm,LANG=de_DE.ISO-8859-1 tty", false),
        ("- auto TERM=dumb,LANG=C.UTF-8 tty", false), ("- auto TERM=linux,LANG=C.UTF-8 tty", false),
        // The first that is set is the locale.
        ("- auto TERM=xterm,LC_ALL=C,LANG=C.UTF-8 tty", false), ("- auto TERM=xterm,LC_ALL=,LANG=C.UTF-8 tty", true),
        ("- auto TERM=xterm,LC_CTYPE=C.UTF-8,LANG=C tty", true),
        // Box characters may be two columns wide there.
        ("- auto TERM=xterm,LANG=ja_JP.UTF-8 tty", false), ("- auto TERM=xterm,LANG=zh_CN.UTF-8 tty", false),
        ("- auto TERM=xterm,LANG=ko_KR.UTF-8 tty", false),
        ("- auto TERM=xterm,LC_CTYPE=C.UTF-8,LANG=ja_JP.UTF-8 tty", false),
        ("- always LANG=ja_JP.UTF-8 pipe", true), ("- never TERM=xterm,LANG=C.UTF-8 tty", false),
        ("unicode never - pipe", true), ("ascii always TERM=xterm,LANG=C.UTF-8 tty", false),
        // A screen reader reads box characters out.
        ("- auto ASYNC_TUTOR_ACCESSIBLE=1,TERM=xterm,LANG=C.UTF-8 tty", false),
    ])
    func boxCharactersAreForTerminalsThatSurelyHaveThem(row: String, unicode: Bool) {
        let words = row.split(separator: " ").map(String.init)
        var settings = Settings()
        #expect(settings.set(.unicode, to: words[1]) == nil)
        let style = TerminalStyle.decide(
            flags: TerminalStyle.Flags(unicode: ["unicode": true, "ascii": false][words[0]]),
            settings: settings,
            environment: variables(words[2]),
            isTerminal: words[3] == "tty"
        )
        #expect(style.unicode == unicode)
    }

    @Test(arguments: [
        ("- auto - tty", false), ("- auto ASYNC_TUTOR_ACCESSIBLE=1 pipe", true),
        ("- auto ASYNC_TUTOR_ACCESSIBLE=0 tty", false), ("- auto ASYNC_TUTOR_ACCESSIBLE= tty", false),
        ("- on - tty", true), ("- off ASYNC_TUTOR_ACCESSIBLE=1 tty", false),
        ("on off - tty", true), ("off on ASYNC_TUTOR_ACCESSIBLE=1 tty", false),
    ])
    func theFlagThenTheSettingThenTheEnvironmentAskForAnAccessibleScreen(row: String, accessible: Bool) {
        let words = row.split(separator: " ").map(String.init)
        var settings = Settings()
        #expect(settings.set(.accessible, to: words[1]) == nil)
        let style = TerminalStyle.decide(
            flags: TerminalStyle.Flags(accessible: ["on": true, "off": false][words[0]]),
            settings: settings,
            environment: variables(words[2]),
            isTerminal: words[3] == "tty"
        )
        #expect(style.isAccessible == accessible)
    }

    /// "A=1,B=2"
    private func variables(_ text: String) -> [String: String] {
        let pairs = text.split(separator: ",").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
        return Dictionary(uniqueKeysWithValues: pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) })
    }
}
