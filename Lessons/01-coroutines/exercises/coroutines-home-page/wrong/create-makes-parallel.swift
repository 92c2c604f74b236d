import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let profile = try await createTask { try await fetch("profile/\(user)") }.value
    let photo = try await createTask { try await fetch("photo/\(user)") }.value
    let comments = try await createTask { try await fetch("comments/\(photo)") }.value
    return Home(profile: profile, photo: photo, comments: comments)
}
