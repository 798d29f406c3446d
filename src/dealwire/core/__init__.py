"""The pure core: functions of facts, without input or output, clock or chance."""
