#include "course_text.h"
#include "verbs.h"

#include <base/durable_file.h>

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace cli {

namespace {

/// A password typed at a terminal is not shown. Error BadArgument without a terminal: nobody is asked then.
base::Result<std::string> promptPassword(const std::string& question)
{
    if (::isatty(STDIN_FILENO) == 0)
        return base::fail(base::ErrorCode::BadArgument, "Give the password with --password-file.");
    termios shown{};
    ::tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::cerr << question << std::flush;
    std::string password;
    std::getline(std::cin, password);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::cerr << '\n';
    return password;
}

base::Result<std::string> passwordOf(Context& context, const std::string& file)
{
    if (file.empty())
        return promptPassword(context.say("Password: "));
    auto text = base::readFile(file, 4096);
    if (!text)
        return base::passOn(text);
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r'))
        text->pop_back();
    return text;
}

nlohmann::json identityJson(const offline::Session& session)
{
    nlohmann::json roles = nlohmann::json::array();
    for (const auto role : session.user.roles)
        roles.push_back(forms::nameOf(role));
    return {{"user", session.user.name},
            {"name", session.user.displayName},
            {"roles", roles},
            {"division", session.user.division}};
}

base::Result<Report> login(Context& context, const std::string& user, const std::string& passwordFile)
{
    auto password = passwordOf(context, passwordFile);
    if (!password)
        return base::passOn(password);
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    offline::SignIn::Request request{user, *password, context.settings().server, {}};
    base::wipe(*password);
    if (!context.settings().ca.empty()) {
        auto pem = base::readFile(context.settings().ca, std::size_t{1} << 20);
        if (!pem)
            return base::passOn(pem);
        request.caPem = std::move(*pem);
    }
    const auto signedIn = (*signIn)->login(request, context.stop());
    base::wipe(request.password);
    if (!signedIn)
        return base::passOn(signedIn);
    const bool online = signedIn->how == offline::SignedInHow::Online;
    Report report;
    report.json = identityJson(signedIn->session);
    report.json["online"] = online;
    report.text = online ? context.say("Logged in as {user}.", {{"user", user}})
                         : context.say("Logged in as {user} without a line.", {{"user", user}});
    return report;
}

base::Result<Report> logout(Context& context)
{
    const auto signIn = context.signIn();
    if (!signIn)
        return base::passOn(signIn);
    if (auto done = (*signIn)->logout(context.stop()); !done)
        return base::passOn(done);
    return Report{{{"loggedOut", true}}, context.say("Logged out."), 0};
}

base::Result<Report> whoami(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const auto session = (*place)->sessions().current();
    if (!session)
        return base::passOn(session);
    const auto workstation = (*place)->sessions().workstation();
    if (!workstation)
        return base::passOn(workstation);
    const auto& vault = (*place)->vault();
    const bool weak = vault.keyStrength() == offline::KeyStrength::Weak;
    Report report;
    report.json = identityJson(*session);
    report.json["workstation"] = *workstation;
    report.json["online"] = session->hasToken(context.clock().now());
    report.json["key"] = {{"place", offline::nameOf(vault.keyPlace())}, {"weaker", weak}};
    report.text = context.say(
        "{user} ({name}) on workstation {workstation}.",
        {{"user", session->user.name}, {"name", session->user.displayName}, {"workstation", *workstation}});
    if (weak)
        report.text +=
            "\n"
            + context.say("The workstation key lies in a file beside the data: that is weaker than the "
                          "desktop's secret store.");
    const auto ahead = (*place)->sessions().clockAhead();
    if (!ahead)
        return base::passOn(ahead);
    if (*ahead) {
        report.json["clockAhead"] = (*ahead)->count();
        report.warning = clockWarning(**ahead, context);
    }
    return report;
}

}  // namespace

void addAccountVerbs(CLI::App& program, Command& command)
{
    struct Options {
        std::string user;
        std::string passwordFile;
    };

    auto options = std::make_shared<Options>();
    auto* in = program.add_subcommand("login", "Log in, with or without a line");
    in->add_option("USER", options->user)->required();
    in->add_option("--password-file", options->passwordFile, "File with the password")->type_name("FILE");
    in->callback([&command, options] {
        command.asked = Asked::BackOffice;
        command.run = [options](Context& context) {
            return login(context, options->user, options->passwordFile);
        };
    });
    program.add_subcommand("logout", "End the session")->callback([&command] { command.run = logout; });
    program.add_subcommand("whoami", "Who is logged in here")->callback([&command] { command.run = whoami; });
}

}  // namespace cli
