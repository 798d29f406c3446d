"""The words of the pages for those who sign in: see `dealwire.web.messages`."""

from __future__ import annotations

from collections.abc import Mapping

MEMBERS: Mapping[str, tuple[str, str]] = {
    "nav.member": ("Editors", "编辑"),
    "nav.review": ("Review", "审核"),
    "nav.log": ("Log", "日志"),
    "pages.before": ("Previous page", "上一页"),
    "pages.after": ("Next page", "下一页"),
    "error.403": ("You may not do this", "无权进行此操作"),
    "error.403.help": (
        "It needs another role, or the form is from a session that has ended: go back, reload the page, try again.",
        "需要其他角色；或表单来自已结束的会话：请返回、刷新页面后重试。",
    ),
    "error.413": ("This is too much at once", "提交内容过大"),
    "error.elsewhere": ("Another site sent this", "请求来自其他网站"),
    "login.title": ("Sign in", "登录"),
    "login.name": ("Name", "用户名"),
    "login.password": ("Password", "密码"),
    "login.enter": ("Sign in", "登录"),
    "login.out": ("Sign out", "退出"),
    "login.as": ("Signed in as {name}", "已登录：{name}"),
    "login.help": (
        "Accounts are made on the command line: dealwire account add NAME",
        "账户由命令行创建：dealwire account add NAME",
    ),
    "login.wrong": ("Name and password don't belong together.", "用户名与密码不匹配。"),
    "login.slow": ("Too many tries.", "尝试次数过多。"),
    "login.until": ("Try again after {time} (UTC).", "请在 {time}（UTC）之后重试。"),
    "login.stale": ("This form was too old. Here is a new one.", "表单已过期，请重新填写。"),
    "login.plain": (
        "Nobody can sign in here: this address isn't protected by TLS, and a password would cross the network in "
        "clear. Whoever runs the site names its https address with: dealwire serve --site https://…",
        "此处无法登录：该地址未受 TLS 保护，密码会以明文传输。请由站点管理者以 dealwire serve --site https://… 指定 "
        "https 地址。",
    ),
    "log.title": ("Log", "日志"),
    "log.help": ("Signing in, accounts, decisions; the latest first.", "登录、账户与决定；由新到旧。"),
    "log.at": ("Time (UTC)", "时间 (UTC)"),
    "log.who": ("Who", "何人"),
    "log.action": ("Did", "行为"),
    "log.what": ("What", "对象"),
    "log.address": ("From", "来自"),
    "log.none": ("Nothing was logged yet.", "暂无记录。"),
    "action.signed in": ("signed in", "登录"),
    "action.signed out": ("signed out", "退出"),
    "action.sign-in failed": ("sign-in failed", "登录失败"),
    "action.sign-in slowed down": ("sign-in slowed down", "登录受限"),
    "action.account added": ("account added", "新增账户"),
    "action.account removed": ("account removed", "删除账户"),
    "action.account unlocked": ("account unlocked", "解除限制"),
    "action.password changed": ("password changed", "更改密码"),
    "action.role changed": ("role changed", "更改角色"),
    "action.decided: same": ("decided: same", "决定：相同"),
    "action.decided: different": ("decided: different", "决定：不同"),
    "action.decided: correct": ("decided: correct", "决定：更正"),
    "action.decided: publish": ("decided: publish", "决定：发布"),
    "action.decided: draft": ("decided: draft", "决定：保留为草稿"),
    "action.decided: undo": ("decided: undo", "决定：撤销"),
    "action.decided: weigh": ("decided: weigh", "决定：调整来源权重"),
}
