package nomic.server.game;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** The events of a command. */
record EventsView(List<ObjectNode> events) {}
